attachment = 文件
attachment-many = 文件
attachment-name = 名称
attachment-about = 关于
attachment-field = 字段
attachment-kind = 文件类型
attachment-bytes = 字节数
attachment-digest = SHA-256
attachment-width = 宽
attachment-height = 高

# 记录页面上的区块
files-title = 文件
files-removed = 已移除的文件
files-show-removed = 已移除
files-back = 返回文件
files-none-removed = 最近 30 天没有移除任何文件。
files-add = 拖放、粘贴或选择文件
files-send = 上传
files-hint = 每个不超过 { $limit } MB
files-download = 下载
files-remove = 移除
files-one-removed = 已移除 { $name }
files-added-done = 已添加文件
files-restored = 文件已恢复

# 文件大小
size-bytes = { $count } 字节
size-kilobytes = { $number } KB
size-megabytes = { $number } MB
size-gigabytes = { $number } GB
