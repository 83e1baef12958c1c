pipeline = Pipeline
pipeline-many = Pipelines
pipeline-new = Nouveau pipeline
pipeline-help = Les étapes successives d’une affaire, jusqu’à ce qu’elle soit gagnée ou perdue.
pipeline-name = Nom
pipeline-description = Description
pipeline-order = Ordre
pipeline-active = Actif
