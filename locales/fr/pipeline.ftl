pipeline = Pipeline
pipeline-many = Pipelines
pipeline-new = Nouveau pipeline
pipeline-help = Les étapes successives d’une affaire, jusqu’à ce qu’elle soit gagnée ou perdue.
pipeline-name = Nom
pipeline-description = Description
pipeline-order = Ordre
pipeline-active = Actif

# Pipelines d’un nouvel espace, et modèles
pipeline-default-sales = Ventes
pipeline-default-seven-steps = Les sept étapes de la vente
pipeline-default-four-steps = Les quatre étapes de la vente
pipeline-contact-days = Jours sans contact
pipeline-key-stage = Étape clé
pipeline-found-key-stage = Étape clé d’après l’historique
pipeline-template = Commence avec
pipeline-template-sales = Les étapes habituelles d’une vente
pipeline-template-seven-steps = Les sept étapes de la vente
pipeline-template-four-steps = Les quatre étapes de la vente
pipeline-counts-from = Compte comme opportunité à partir de
pipeline-explains-skips = Sauter une étape exige un motif
