role = 角色
role-many = 角色
role-new = 新建角色
role-help = 该角色的成员可以看到什么、做什么。
role-name = 名称
role-description = 描述
role-key = 内置角色
role-grants = 权限
role-second-factor = 要求双重验证

# 哪些记录，可以做什么
role-access = 访问范围
role-access-own = 本人的记录
role-access-team = 团队的记录
role-access-all = 全部记录
role-access-none = 无权访问
role-create = 新建
role-read = 查看
role-edit = 编辑
role-delete = 删除
role-export = 导出
role-import = 导入

# 对字段可以做什么
role-field-open = 开放
role-field-hidden = 隐藏
role-field-read-only = 只读

# 新工作区的角色
role-default-administrator = 管理员
role-default-head-of-sales = 销售总监
role-default-account-executive = 客户经理
role-default-sdr = 销售拓展（SDR）
role-default-bdr = 业务拓展（BDR）
role-default-adr = 客户拓展（ADR）
role-default-marketing = 市场营销
role-default-customer-success = 客户成功
role-default-support = 客户支持
role-default-executive = 高管
role-default-integrator = 集成工程师
# What a role shows first
role-navigation = 导航
role-start = 起始页
role-front = 导航和起始页
role-navigation-hint = 此角色的人员首先看到的内容，其余按通常顺序排列。
role-start-hint = 登录后打开的页面。个人资料中的选择优先。
role-front-first = 优先显示
role-front-others = 其后
