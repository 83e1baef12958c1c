pipeline = Pipeline
pipeline-many = Pipelines
pipeline-new = New pipeline
pipeline-help = The ordered stages a deal goes through until it is won or lost.
pipeline-name = Name
pipeline-description = Description
pipeline-order = Order
pipeline-active = Active

# Pipelines of a new workspace, and templates
pipeline-default-sales = Sales
pipeline-default-seven-steps = Seven steps of selling
pipeline-default-four-steps = Four steps of selling
pipeline-contact-days = Days without contact
pipeline-key-stage = Key stage
pipeline-found-key-stage = Key stage from history
pipeline-template = Begins with
pipeline-template-sales = The usual stages of a sale
pipeline-template-seven-steps = The seven steps of selling
pipeline-template-four-steps = The four steps of selling
pipeline-counts-from = Counts as an opportunity from
pipeline-explains-skips = Skipping a stage needs a reason
