role = 角色
role-many = 角色
role-new = 新建角色
role-help = 该角色的成员可以看到什么、做什么。
role-name = 名称
role-description = 描述

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
