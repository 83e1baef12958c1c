stage-criterion = Exit criterion
stage-criterion-many = Exit criteria
stage-criterion-new = New exit criterion
stage-criterion-help = What a stage asks for before a deal goes on: a field that must be filled, or a line of its checklist.
stage-criterion-stage = Stage
stage-criterion-name = What is to be done
stage-criterion-field = Field of the deal
stage-criterion-order = Order

# What the stages of the invented company ask for
criterion-invented-need = The need is said in their own words
criterion-invented-sent = The proposal is sent
criterion-invented-price = The price is talked through with whoever decides
criterion-invented-terms = The terms are agreed in writing
