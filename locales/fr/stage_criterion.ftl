stage-criterion = Critère de passage
stage-criterion-many = Critères de passage
stage-criterion-new = Nouveau critère de passage
stage-criterion-help = Ce qu’une étape demande avant que l’affaire avance : un champ à remplir ou une ligne de sa liste de contrôle.
stage-criterion-stage = Étape
stage-criterion-name = Ce qu’il y a à faire
stage-criterion-field = Champ de l’affaire
stage-criterion-order = Ordre

# What the stages of the invented company ask for
criterion-invented-need = Le client a exprimé le besoin avec ses mots
criterion-invented-sent = La proposition est envoyée
criterion-invented-price = Le prix est discuté avec le décideur
criterion-invented-terms = Les conditions sont convenues par écrit
