# A bulk change of many records of a list
bulk-change = Modification groupée
bulk-change-many = Modifications groupées
bulk-change-object = Objet
bulk-change-records = Fiches
bulk-change-filter = Filtre
bulk-change-change = Modification
bulk-change-status = État
bulk-change-status-running = En cours
bulk-change-status-done = Terminée
bulk-change-status-undoing = Annulation en cours
bulk-change-status-undone = Annulée
bulk-change-total = Prévues
bulk-change-changed = Modifiées
bulk-change-same = Inchangées
bulk-change-refused = Refusées
bulk-change-refusals = Motifs
bulk-change-position = Position
bulk-change-first-seq = Commence après
bulk-change-begun-by = Lancée par
bulk-change-ended-at = Terminée le

# Its pages
bulk-edit = Modifier
bulk-submit = Modifier
bulk-next = Continuer
bulk-choose = Choisir un champ
bulk-way = Que faire
bulk-add = Ajouter
bulk-take = Retirer
bulk-set = Remplacer par
bulk-empty = Vider plutôt ce champ
bulk-undo-hint = Elles restent dans la corbeille et l’opération peut être annulée.
bulk-trash-ask =
    { $count ->
        [one] Mettre { $count } fiche à la corbeille ?
       *[other] Mettre { $count } fiches à la corbeille ?
    }
bulk-changed =
    { $count ->
        [one] { $count } modifiée
       *[other] { $count } modifiées
    }
bulk-trashed =
    { $count ->
        [one] { $count } mise à la corbeille
       *[other] { $count } mises à la corbeille
    }
bulk-same =
    { $count ->
        [one] { $count } l’était déjà
       *[other] { $count } l’étaient déjà
    }
bulk-refused =
    { $count ->
        [one] { $count } refusée
       *[other] { $count } refusées
    }
bulk-refused-title = Fiches refusées
bulk-why = Motif
bulk-more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
bulk-undone = Tout est comme avant.
bulk-left =
    { $count ->
        [one] { $count } fiche reste telle quelle : quelqu’un l’a modifiée depuis.
       *[other] { $count } fiches restent telles quelles : quelqu’un les a modifiées depuis.
    }
bulk-back = Retour à la liste
job-bulk = Modifier de nombreuses fiches d’une liste
door-bulk = une modification groupée
error-bulk-none = Rien n’est sélectionné. Sélectionnez d’abord des lignes.
error-bulk-merge = Sélectionnez exactement deux fiches à fusionner.
error-bulk-undone = Cette modification a déjà été annulée.
