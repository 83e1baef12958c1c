stage-criterion = Exit criterion
stage-criterion-many = Exit criteria
stage-criterion-new = New exit criterion
stage-criterion-help = What a stage asks for before a deal goes on: a field that must be filled, or a line of its checklist.
stage-criterion-stage = Stage
stage-criterion-name = What is to be done
stage-criterion-field = Field of the deal
stage-criterion-order = Order
