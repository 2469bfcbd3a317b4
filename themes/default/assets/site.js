// Shows the search where scripts run, and fetches it when somebody touches the box: until then nothing of it is loaded.
(() => {
  const box = document.getElementById('loa-search');
  if (!box) return;
  box.closest('search').hidden = false;
  let wanted = false;
  const fetch = () => {
    if (wanted) return;
    wanted = true;
    const script = document.createElement('script');
    script.src = `${box.dataset.root}assets/search.js`;
    document.head.append(script);
  };
  box.addEventListener('focus', fetch);
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) box.value = asked;
  if (asked || document.activeElement === box) fetch();
})();
