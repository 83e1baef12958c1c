# What is refused
problem-confirm-needed = 请再次确认是您本人。
error-code = 验证码不正确。请输入应用当前显示的验证码，或一个未用过的恢复码。
error-sign-in-again = 已超时或该步骤已完成。请重新登录。
error-factor-on = 双重验证已开启。要换用其他应用，请先关闭它。
error-factor-needed = 工作区或您的角色要求双重验证，因此不能关闭。管理员可以重置它。
error-user-inactive = 此人目前不在职。请先将其设为启用。
error-password-context = 此密码几乎只包含他人知道的名称。请使用几个只有您知道的词。

# Passwords
password-show = 显示
password-hide = 隐藏

# Showing once more who one is
recent-title = 请确认是您本人
recent-hint = 此操作会改变权限或登录方式。请输入密码，之后将继续刚才的操作。
recent-password-again = 请再次输入新密码
recent-submit = 继续

# The second factor
factor-title = 双重验证
factor-set-up = 设置双重验证
factor-switch-on = 开启
factor-switch-off = 关闭
factor-code = 验证码
factor-off-hint = 开启后，登录需要密码和手机应用中的验证码。即使有人知道您的密码，也无法登录。
factor-on-hint = 已于 { $since } 开启。剩余 { $count } 个恢复码。
factor-needed = 工作区或您的角色要求双重验证。
factor-needed-hint = 在此登录需要双重验证。请现在设置，只需一分钟。
factor-few-codes = 恢复码所剩不多。请生成新的恢复码。
factor-new-codes = 生成新的恢复码
factor-codes-once = 请将这些恢复码保存在安全的地方。手机丢失时，每个可用于登录一次。它们只显示这一次。
factor-qr = 包含应用密钥的二维码
factor-scan = 请用身份验证器应用扫描，然后输入它显示的六位数字。
factor-open-app = 在本设备上打开应用
factor-type = 或在应用中输入此密钥：
factor-ask-title = 请输入验证码
factor-ask-hint = 请打开身份验证器应用并输入显示的验证码。没有手机时，请使用恢复码。
factor-is-on = 双重验证已开启
factor-go-on = 已保存，继续

# One-time links
link-invitation-title = 欢迎使用 Cordee
link-reset-title = 设置新密码
link-hint = { $name }，请设置今后登录用的密码。此链接只能使用一次。
link-submit = 保存密码并登录
link-over-title = 此链接已失效
link-over-hint = 它已被使用、已过期，或被更新的链接取代。请登录，或向管理员索取新的链接。

# How somebody signs in, for administrators
person-title = 登录
person-hint = 可生成让此人设置密码的链接、让其从所有设备退出登录，或重置丢失的双重验证。
person-make-link = 生成密码链接
person-link-once = 请将此链接发送给本人。它只能使用一次，有效至 { $until }，且仅显示这一次。
person-end-sessions = 从所有设备退出登录
person-reset-factor = 重置双重验证
person-factor-reset = 双重验证已重置
person-factor-on = 双重验证已开启。
person-factor-off = 未开启双重验证。
person-factor-needed = 需要双重验证，将在下次登录时设置。

# The log of security
security-title = 安全日志
security-all-title = 全员安全日志
security-hint = 谁登录过、谁尝试过登录，以及登录方式的变更。如有不认识的记录，请修改密码。
security-when = 时间
security-none = 暂无记录
security-latest = 最新在前
