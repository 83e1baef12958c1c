role = Role
role-many = Roles
role-new = New role
role-help = What its people may see and do.
role-name = Name
role-description = Description
role-key = Shipped as
role-grants = Rights
role-second-factor = Needs a second factor

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

# Roles of a new workspace
role-default-administrator = Administrator
role-default-head-of-sales = Head of sales
role-default-account-executive = Account executive
role-default-sdr = Sales development (SDR)
role-default-bdr = Business development (BDR)
role-default-adr = Account development (ADR)
role-default-marketing = Marketing
role-default-customer-success = Customer success
role-default-support = Support
role-default-executive = Executive
role-default-integrator = Integrator
# What a role shows first
role-navigation = Navigation
role-start = Begins on
role-front = Navigation and start page
role-navigation-hint = What stands first for this role’s people. The rest follows in the usual order.
role-start-hint = Where this role’s people begin after signing in. What somebody has chosen in their profile counts first.
role-front-first = First
role-front-others = After that
