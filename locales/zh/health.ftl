# Backups
backup-title = 备份
backup-hint = 一份备份包含某一时刻的一切：记录、文件、历史和设置。经过校验才算数。请在另一台机器上也留一份，并把日志密钥另行保存。
backup-make = 立即备份
backup-under = 正在制作并校验备份，可能需要几分钟。
backup-made = 备份已完成并通过校验。
backup-failed = 备份未能完成。原因见服务器日志。
backup-none = 这里还没有备份。
backup-at = 时间
backup-file = 文件
backup-size = 大小
backup-megabytes = { $number } MB

# About this Cordee, and whether all is well
health-title = 关于与运行状况
health-hint = Cordee 的版本、数据所在位置，以及所依赖的各项是否正常。
health-look = 全面检查
health-sound = 一切正常。
health-ill = 有 { $count } 项需要注意。
health-version = 版本
health-database = 数据库
health-address = 地址
