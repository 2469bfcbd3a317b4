# Lời của giao diện, mã {tag}.
# Mỗi dòng sau dấu # dưới đây là một lời của bản gốc tiếng Việt. Người dịch bỏ dấu # và dấu cách ở đầu dòng, giữ nguyên tên
# trước dấu bằng, và thay lời tiếng Việt bằng lời của mình. Chữ trong ngoặc nhọn là chỗ loa điền số, ngày: giữ nguyên.
# Không viết số điện thoại. Dòng nào chưa dịch thì để nguyên dấu #: người đọc sẽ thấy lời tiếng Việt.
