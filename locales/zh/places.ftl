# 数据所在之处：文件存储、远程数据库。
problem-files-away = 文件存储暂时没有响应，无法打开或添加文件；其他功能不受影响。请稍后重试。
error-files-place = 无法将文件保存到 { $place }：{ $detail }
error-s3-key = 要把文件保存在存储桶中，请指定密钥：--s3-key，以及 --s3-secret-file 或 CORDEE_S3_SECRET。
error-database-tls-mode = 没有 sslmode“{ $value }”。可选值：{ $options }。
error-database-tls-file = 无法使用证书文件 { $file }：{ $detail }
error-database-tls-pair = 连接数据库的客户端证书还需要密钥：请同时给出 sslcert 和 sslkey。
error-database-tls-none = 数据库服务器不支持 TLS。请在服务器上启用（ssl = on）；如果连接途径安全，也可在地址中写 sslmode=disable。
error-database-tls-unknown = 数据库服务器的证书不受任何可信机构担保（{ $detail }）。请指定其机构的证书文件：sslrootcert=/路径/ca.pem
error-database-tls-name = 数据库服务器的证书不是签发给 { $host } 的。请使用证书中的名称，或使用 sslmode=verify-ca。
error-database-tls-expired = 数据库服务器的证书目前无效（{ $detail }）。请更新证书，并检查两台机器的时钟。
error-database-tls = 未能与数据库建立 TLS 连接：{ $detail }
error-password-breached = 此密码曾在其他服务被攻破时泄露，攻击者会首先尝试它。请换一个，并在那边也一并修改。
error-breached-passwords = { $file } 中没有泄露密码（{ $detail }）。需要 Have I Been Pwned 的 SHA-1 列表：按哈希排序的单个文件，或其分段文件夹。
