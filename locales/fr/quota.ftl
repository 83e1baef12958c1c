quota = Objectif
quota-many = Objectifs
quota-new = Nouvel objectif
quota-help = Ce qu’un commercial ou une équipe doit gagner dans un mois, un trimestre ou une année.
quota-title = Objectif
quota-period = Période
quota-first-day = Premier jour
quota-last-day = Dernier jour
quota-owner = De qui
quota-team = Équipe
quota-series = Gamme de produits
quota-amount = À gagner
quota-full-amount = Objectif à plein régime
quota-ramp = Pourcentage par mois
quota-ramp-from = Mois comptés à partir du
quota-group-ramp = Montée en charge

# A quota split into parts
action-split = Répartir
action-split-done = Objectif réparti : les parts font exactement le total
action-split-into = Répartir entre
action-split-by = Selon quelle clé (à parts égales sans choix)
quota-into-people = Les membres de l’équipe
quota-into-teams = Les sous-équipes
quota-into-quarters = Les trimestres
quota-into-months = Les mois
quota-by-equal = À parts égales
quota-by-won = Selon le gagné d’il y a un an

# What a quota can't be
error-quota-period = « { $value } » n’est pas une période. Indiquez une année, un trimestre ou un mois, par exemple { $options }.
error-quota-lead = Personne ne dirige cette équipe. Indiquez de qui est l’objectif, ou qui dirige l’équipe.
error-quota-negative = Un objectif vaut 0 ou plus.
error-quota-ramp = « { $value } » n’est pas lisible. Indiquez le pourcentage du premier mois, du deuxième et ainsi de suite, chacun de 0 à 100 : 0, 25, 50, 75, 100.
error-quota-twice = Il existe déjà : { $title }, { $amount }. Modifiez celui-là, ou choisissez une autre période ou une autre gamme.
error-split-no-team = C’est l’objectif d’une personne. Seul celui d’une équipe se répartit entre personnes ou équipes ; choisissez trimestres ou mois.
error-split-period = { $period } ne se compose pas de telles périodes. Une année se répartit en trimestres ou en mois, un trimestre en mois.
error-split-nobody = Il n’y a personne entre qui répartir. Ajoutez des membres à l’équipe, ou choisissez d’autres parts.
error-split-done = Toutes les parts existent déjà ; elles font { $parts } sur { $whole }. Modifiez-les plutôt.
error-split-over = Les parts existantes font { $parts }, plus que { $whole }. Réduisez-les, ou relevez d’abord l’objectif.
error-split-currency = Une part est en { $currency }. Les parts sont dans la devise du total ; modifiez d’abord celle-ci.
error-split-nothing-won = Rien n’a été gagné aux mêmes mois de l’année précédente : il n’y a pas de clé. Répartissez à parts égales.
