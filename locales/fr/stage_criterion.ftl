stage-criterion = Critère de passage
stage-criterion-many = Critères de passage
stage-criterion-new = Nouveau critère de passage
stage-criterion-help = Ce qu’une étape demande avant que l’affaire avance : un champ à remplir ou une ligne de sa liste de contrôle.
stage-criterion-stage = Étape
stage-criterion-name = Ce qu’il y a à faire
stage-criterion-field = Champ de l’affaire
stage-criterion-order = Ordre
