role = Role
role-many = Roles
role-new = New role
role-help = What its people may see and do.
role-name = Name
role-description = Description

# Which records, and what one may do with them
role-access = Access
role-access-own = Own records
role-access-team = The team’s records
role-access-all = All records
role-access-none = No access
role-create = Create
role-read = Read
role-edit = Edit
role-delete = Delete
role-export = Export
role-import = Import

# What one may do with a field
role-field-open = Open
role-field-hidden = Hidden
role-field-read-only = Read only
