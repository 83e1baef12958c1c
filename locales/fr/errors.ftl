# Ce qui s’est passé : le titre d’une page d’erreur ou d’un document de problème
problem-not-found = Il n’y a rien ici, ou vous n’y avez pas accès.
problem-sign-in-needed = Veuillez d’abord vous connecter.
problem-not-allowed = Vous n’avez pas le droit de faire cela. Un administrateur peut modifier votre rôle.
problem-invalid = Il y a d’abord quelque chose à corriger.
problem-stale = Quelqu’un a modifié cette fiche entre-temps. Regardez les changements, puis enregistrez à nouveau.
problem-conflict = Cela entre en conflit avec quelque chose qui existe déjà.
problem-too-large = C’est plus que ce qui peut être accepté en une fois.
problem-busy =
    { $seconds ->
        [one] Le serveur est très sollicité. Réessayez dans { $seconds } seconde.
       *[other] Le serveur est très sollicité. Réessayez dans { $seconds } secondes.
    }
problem-full = Le disque du serveur est plein, rien ne peut être enregistré. Prévenez votre administrateur.
problem-read-only = Cordee est en lecture seule pour le moment : tout se consulte, et les modifications seront possibles un peu plus tard.
problem-internal = Une erreur s’est produite de notre côté. Vos données sont intactes ; veuillez réessayer.
problem-method = Cette adresse n’accepte pas ce type de requête.

# Une erreur précédée du libellé de son champ
error-at = { $field } : { $sentence }

# Tout champ
error-required = Veuillez remplir ce champ.
error-read-only = Ce champ ne peut pas être modifié.
error-read-only-now = Ce champ ne peut pas être modifié tant que la fiche est dans cet état.
error-condition-reckoned = Un champ calculé n’est rempli par personne : il ne peut pas avoir de condition.
error-condition-reads = La condition de « { $name } » utilise ce champ. Modifiez-la d’abord.
error-invalid-value = « { $value } » ne convient pas ici.
error-unique = « { $value } » est déjà pris. Choisissez une autre valeur ou ouvrez la fiche existante.
error-unknown-field = Il n’y a pas de champ « { $name } ». Vouliez-vous dire « { $nearest } » ?
error-unknown-field-plain = Il n’y a pas de champ « { $name } ».

# Textes
error-text = Saisissez du texte.
error-text-long = Limitez-vous à { $limit } caractères ; il y en a { $length }.
error-email = « { $value } » n’est pas une adresse e-mail. Écrivez-la comme nom@exemple.fr.
error-phone = « { $value } » n’est pas un numéro de téléphone. Écrivez-le avec l’indicatif du pays, comme +33 1 42 68 53 00.
error-url = « { $value } » n’est pas une adresse web. Écrivez-la comme https://exemple.fr.
error-address = « { $value } » ne peut pas être lu comme une adresse. Indiquez rue, code postal, ville et pays.

# Nombres et montants
error-number = « { $value } » n’est pas un nombre. Écrivez-le comme 1250.5.
error-number-decimals =
    { $decimals ->
        [0] Saisissez un nombre entier.
        [one] Pas plus de { $decimals } décimale.
       *[other] Pas plus de { $decimals } décimales.
    }
error-number-range = Saisissez un nombre entre { $min } et { $max }.
error-percent = « { $value } » n’est pas un pourcentage. Écrivez-le comme 15 ou 15%.
error-money = « { $value } » n’est pas un montant. Écrivez-le comme 1250.50 EUR.
error-money-decimals =
    { $decimals ->
        [0] { $currency } n’a pas de décimales ; saisissez un montant entier.
        [one] { $currency } a { $decimals } décimale ; n’en mettez pas plus.
       *[other] { $currency } a { $decimals } décimales ; n’en mettez pas plus.
    }
error-money-large = Ce montant est trop grand. Vérifiez le nombre de chiffres.
error-currency = « { $value } » n’est pas une devise. Utilisez un code de trois lettres comme EUR ou USD.
error-rate-missing = Il n’y a pas de taux de change pour { $currency } à cette date. Ajoutez-en un sous Taux de change.

# Dates et heures
error-date = « { $value } » n’est pas une date. Écrivez-la comme 2026-11-21.
error-time = « { $value } » n’est pas une heure. Écrivez-la comme 17:41.
error-moment = « { $value } » n’est pas une date avec heure. Écrivez-la comme 2026-11-21T17:41:00Z.
error-period = Ce n’est pas une période. Choisissez jour, semaine, mois, trimestre ou année, avec le début avant la fin.
error-zone = « { $value } » n’est pas un fuseau horaire. Utilisez un nom comme Europe/Paris.
error-language = « { $value } » n’est pas une langue de Cordee. Utilisez en, fr, ru, uk ou zh.

# Choix et liens
error-yes-no = « { $value } » n’est ni oui ni non. Utilisez true ou false.
error-choice = « { $value } » ne fait pas partie des choix : { $options }.
error-choice-retired = « { $value } » n’est plus utilisé. Choisissez autre chose.
error-link-missing = { $object } : rien trouvé pour « { $value } ». Choisissez une fiche existante ou créez-la d’abord.
error-choosable = { $object } : ce choix ne va pas avec le reste de la fiche. Choisissez-en un qui convient.
error-tag = « { $value } » ne peut pas être une étiquette : { $limit } lettres au plus, sans virgule, point-virgule ni barre.
error-tag-unknown = L’étiquette « { $value } » n’existe pas et votre rôle ne permet pas d’en créer.
error-tag-twice = L’étiquette « { $value } » existe déjà. Pour n’en garder qu’une, fusionnez-les.
error-tag-apart = Seules des étiquettes du même champ peuvent être fusionnées.
error-link-ambiguous =
    { $count ->
        [one] { $object } : { $count } fiche correspond à « { $value } ». Choisissez-la par son ID.
       *[other] { $object } : { $count } fiches correspondent à « { $value } ». Choisissez-en une par son ID.
    }
error-loop = Une fiche ne peut pas être au-dessus d’elle-même. Choisissez-en une autre.
error-share-object = Ces fiches ne se partagent pas une à une ; elles suivent la fiche dont elles font partie.
error-share-one = Choisissez une personne ou une équipe.
error-share-self = Vous y avez déjà accès. Choisissez quelqu’un d’autre.
error-share-past = Choisissez un moment à venir.
error-share-longer = Elle n’est partagée avec vous que jusqu’au { $until }. Vous ne pouvez pas la partager plus longtemps.
error-see-self = Ce sont déjà vos propres pages.
error-see-inactive = Cette personne ne travaille pas ici actuellement et ne voit rien.
error-see-more = Cette personne peut voir plus que vous. Vous ne pouvez prendre que la vue de personnes qui n’ont pas plus de droits que vous.
error-transfer-self = Ces fiches lui appartiennent déjà. Choisissez quelqu’un d’autre.
error-transfer-filter = Choisissez un seul type de fiche pour filtrer.
error-transfer-undone = Ce transfert a déjà été annulé.
error-stage-none = Ce pipeline n’a pas d’étape pour cela. Ajoutez-en une d’abord.
error-deal-open = Cette affaire est encore en cours. Marquez-la comme gagnée ou perdue, ou indiquez la date de clôture prévue.
error-committee-twice = Cette personne tient déjà ce rôle dans l’affaire. Choisissez un autre rôle ou modifiez le premier.

# Fiches
error-any-link = « { $value } » n’est pas une fiche : indiquez l’objet et l’ID, par exemple account:01JC8V7N4QK2M.
error-any-link-object = Ce champ n’accepte pas de lien vers { $object }. Liens possibles : { $options }.
error-id = « { $value } » n’est pas un ID. Un ID compte 13 lettres et chiffres, comme 01JC8V7N4QK2M.
error-path-many = « { $name } » mène à plusieurs fiches : leurs champs ne peuvent pas servir de condition ici.
error-path-any = « { $name } » peut mener à des fiches de n’importe quel objet. Seul un lien limité à certains objets peut être suivi ici.
error-path-kinds = Les objets auxquels « { $name } » peut mener ont sous ce nom des champs différents : une même condition ne peut pas porter sur tous.
error-version = La version de la fiche manque ou est illisible. Envoyez la dernière version que vous avez lue.
error-deleted = Cette fiche est dans la corbeille. Restaurez-la d’abord.
error-in-use =
    { $count ->
        [one] { $count } fiche l’utilise encore ({ $object }). Modifiez-la d’abord.
       *[other] { $count } fiches l’utilisent encore ({ $object }). Modifiez-les d’abord.
    }
error-not-mergeable = Ces fiches ne peuvent pas être fusionnées. Choisissez-en deux de même nature.
error-lines-of = { $object } : ces fiches ne peuvent pas avoir de lignes. Choisissez un objet qui ne fait pas partie d’un autre.
error-line-of-trashed = C’est une ligne d’une fiche qui est dans la corbeille ({ $object }). Restaurez cette fiche : ses lignes reviennent avec elle.
error-same-record = C’est la même fiche. Choisissez-en une autre.
error-merged-further = Cette fiche a depuis été fusionnée avec une autre. Annulez d’abord la fusion plus récente.
error-action-not-now = Ce n’est pas possible dans l’état actuel de la fiche. Consultez-la à nouveau.

# Listes et chiffres
error-filter = Le filtre est illisible à « { $at } ». Attendu : { $expected }.
error-filter-end = Le filtre s’arrête trop tôt. Attendu : { $expected }.
error-filter-depth =
    { $limit ->
        [one] Le filtre est trop imbriqué. Pas plus de { $limit } niveau.
       *[other] Le filtre est trop imbriqué. Pas plus de { $limit } niveaux.
    }
error-filter-size =
    { $limit ->
        [one] Le filtre est trop grand. Pas plus de { $limit } condition.
       *[other] Le filtre est trop grand. Pas plus de { $limit } conditions.
    }
error-operator = « { $operator } » ne s’utilise pas ici. Utilisez l’un de ceux-ci : { $operators }.
error-sort = Impossible de trier par « { $name } ». Utilisez l’un de ceux-ci : { $options }.
error-limit = Demandez de 1 à { $max } fiches à la fois.
error-cursor = Ce repère de page n’est plus valable. Recommencez à la première page.
error-parameter = Il n’y a pas de paramètre « { $name } ». Utilisez l’un de ceux-ci : { $options }.
error-parameter-twice = Le paramètre « { $name } » figure deux fois. Indiquez-le une seule fois.
error-aggregate = « { $name } » ne peut pas être calculé ici. Utilisez l’un de ceux-ci : { $options }.
error-metric = Il n’y a pas d’indicateur « { $name } ». Utilisez l’un de ceux-ci : { $options }.
error-report = Il n’y a pas de rapport « { $name } ». Utilisez l’un de ceux-ci : { $options }.
error-statistic = Il n’y a pas de statistique « { $name } » pour cet indicateur. Utilisez l’une de celles-ci : { $options }.

# Ce qui a été envoyé
error-json = Ce JSON n’est pas correct : { $detail }.
error-json-type = Envoyez ici du JSON de ce type : { $wanted }. Ceci est { $value }.
error-body-large = C’est trop volumineux. Envoyez au plus { $limit } octets.
error-key = Une clé tient en une ligne de 1 à { $limit } caractères ASCII. Envoyez-en une seule.
error-key-reused = Cette clé a déjà servi à une autre requête. Prenez-en une nouvelle.
error-key-running = Une requête avec cette clé est encore en cours. Réessayez dans un instant.
error-origin = Cette requête venait d’un autre site et a été refusée. Ouvrez Cordee lui-même et réessayez.

# Connexion
error-sign-in = E-mail ou mot de passe incorrect.
error-throttled =
    { $seconds ->
        [one] Trop de tentatives. Réessayez dans { $seconds } seconde.
       *[other] Trop de tentatives. Réessayez dans { $seconds } secondes.
    }
error-password-wrong = Ce n’est pas votre mot de passe actuel.
error-password-short =
    { $min ->
        [one] Le mot de passe est trop court. Utilisez au moins { $min } caractère.
       *[other] Le mot de passe est trop court. Utilisez au moins { $min } caractères.
    }
error-password-long =
    { $max ->
        [one] Le mot de passe est trop long. Utilisez au plus { $max } caractère.
       *[other] Le mot de passe est trop long. Utilisez au plus { $max } caractères.
    }
error-password-common = Ce mot de passe est trop connu. Utilisez plusieurs mots qui n’appartiennent qu’à vous.

# Fichiers
error-file-empty = Le fichier est vide. Choisissez-en un avec une ligne d’en-tête et au moins une ligne de données.
error-file-not-table = Ce fichier ne contient pas de données à importer ({ $kind }). Utilisez un fichier CSV, Excel (.xlsx), JSON ou de contacts (.vcf).
error-file-columns = Le fichier a { $count } colonnes. Pas plus de { $limit }.
error-file-encoding = Le fichier ne peut pas être lu en { $value }. Choisissez un autre encodage ou enregistrez-le en UTF-8.
error-file-delimiter = « { $value } » ne peut pas séparer des colonnes. Utilisez une virgule, un point-virgule, une tabulation ou un autre caractère unique.
error-file-truncated = Le fichier s’interrompt dans la rangée qui commence à la ligne { $line }. Procurez-vous une copie complète et réessayez.
error-file-broken = Le fichier est illisible en { $kind } : il est endommagé ({ $detail }). Enregistrez-le de nouveau dans son logiciel et réessayez.
error-file-unpacks = Une fois décompressé, le fichier dépasse { $limit } Mo ou ce qu’un fichier de cette taille peut contenir. Importez-le en CSV.
error-file-locked = Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe et réessayez.
error-file-sheet = Il n’y a pas de feuille « { $value } » dans le fichier. Feuilles présentes : { $options }.
error-file-object = Impossible de savoir quelles fiches contient { $file }. Précisez-le : account={ $file }.
error-export-cell = Un texte est trop long pour une cellule Excel. Exportez en CSV ou en JSON.
error-export-all = Une archive complète contient tout, dans son propre format : retirez cette option.
error-copy-same = C’est la base même qu’il faut copier. Indiquez-en une autre.
error-file-changed = Le fichier a changé depuis le début de l’import. Lancez un nouvel import ou remettez le fichier d’origine.
error-file-missing = Il n’y a pas de fichier « { $value } ». Vérifiez son nom et son dossier.
error-import-elsewhere = Cet import est en cours ailleurs. Attendez-le, ou regardez à nouveau où il en est.
error-import-begun = Ces fichiers sont déjà en cours d’import.
error-import-object = Précisez ce que contient { $file } ; ni son nom ni ses colonnes ne le disent.
error-row-short = Cette ligne a { $count } cellules au lieu de { $expected }. Complétez ce qui manque.
error-row-long = Cette ligne a { $count } cellules au lieu de { $expected }. Un texte qui contient le séparateur doit être entre guillemets.
error-row-cell-too-large = Cette cellule est trop longue. Pas plus de { $limit } octets.
error-row-quotes = Un guillemet ouvre cette cellule et ne se ferme que quelques lignes plus loin : plusieurs lignes ont pu se confondre. Corrigez les guillemets.
error-row-encoding = Ceci ne peut pas être lu en { $value }. Choisissez un autre encodage ou enregistrez le fichier en UTF-8.
error-mapping = La correspondance ne convient pas : { $detail }.
error-column = Il n’y a pas de colonne « { $name } ». Utilisez l’une de celles-ci : { $options }.
error-range = Utilisez un nombre de { $least } à { $most }.
error-too-many = Il peut y en avoir { $limit } au plus. Désactivez-en d’abord.
error-links-many = Une fiche peut être liée ici à { $limit } autres au plus.
error-name = « { $value } » ne peut pas être un nom. Commencez par une minuscule latine, puis lettres, chiffres et tirets bas.
error-option-in-use = Des fiches ont cette option ({ $count }). Désactivez-la plutôt : elles la gardent, et plus personne ne peut la choisir.

# Formulas
error-formula-number = Colonne { $column } : « { $value } » n’est pas un nombre. Écrivez-le comme 1250.5.
error-formula-quote = Colonne { $column } : le texte qui commence ici n’est pas fermé. Terminez-le par ".
error-formula-sign = Colonne { $column } : « { $value } » n’a pas de sens dans une formule. Utilisez + - * / % & = != < > <= >= et les parenthèses.
error-formula-sign-needed = Colonne { $column } : « { $value } » ne peut pas suivre ici. Il faut avant un signe comme + ou &, ou la fin.
error-formula-value-needed = Colonne { $column } : « { $value } » ne peut pas se trouver ici. Il faut une valeur : un nombre, un "texte", un champ ou une fonction.
error-formula-ends = La formule s’arrête trop tôt : il manque une valeur à la colonne { $column }.
error-formula-bracket = La parenthèse ouverte à la colonne { $column } n’est pas fermée. Ajoutez ).
error-formula-deep = Colonne { $column } : { $limit } niveaux de parenthèses au plus. Mettez-en une partie dans un champ formule à part.
error-formula-function = Colonne { $column } : il n’y a pas de fonction « { $name } ». Fonctions possibles : { $options }.
error-formula-clock = Colonne { $column } : « { $name } » n’est pas possible, car la valeur est enregistrée et serait fausse demain. Utilisez un champ date, ou un filtre comme « avant aujourd’hui ».
error-formula-arguments = Colonne { $column } : « { $name } » attend d’autres valeurs. Écrivez { $usage }.
error-formula-field = Colonne { $column } : il n’y a pas de champ « { $name } ». Vouliez-vous dire « { $nearest } » ?
error-formula-field-plain = Colonne { $column } : il n’y a pas de champ « { $name } ». Utilisez le nom API d’un champ, comme amount ou account.name.
error-formula-link = Colonne { $column } : « { $name } » est un lien. Nommez un champ de la fiche liée, comme { $name }.name.
error-formula-kind = Colonne { $column } : « { $name } » ne peut pas servir dans une formule. Les textes, nombres, montants, pourcentages, dates, heures, oui ou non, liens et choix simples le peuvent.
error-formula-steps = Colonne { $column } : « { $name } » suit plus d’un lien. Une formule ne lit que sa propre fiche et celles qui lui sont liées directement.
error-formula-no-link = Colonne { $column } : « { $name } » n’est pas un lien, aucun champ ne peut suivre après un point.
error-formula-type = Colonne { $column } : ceci est du type « { $found } », mais il faut ici « { $wanted } ».
error-formula-constant = Colonne { $column } : cette valeur doit être écrite telle quelle, comme { $usage }.
error-formula-cycle = Cette formule dépendrait d’elle-même, car ce qu’elle lit dépend de « { $name } ». Retirez-le.
error-formula-result = La formule donne maintenant « { $found } », mais le champ contient « { $wanted } ». Gardez le même type ou créez un nouveau champ.
error-formula-reads = La formule « { $name } » utilise ce champ. Modifiez ou désactivez d’abord la formule.

# Fichiers des fiches
error-file-large = Le fichier est trop volumineux : { $limit } Mo au plus par fichier.
error-files-person = Vos fichiers occupent déjà { $has } Mo sur les { $limit } Mo permis. Retirez-en, ou demandez davantage à votre administrateur.
error-files-workspace = Les fichiers de l’entreprise peuvent occuper { $limit } Mo en tout, et il n’y a plus de place pour celui-ci. Prévenez votre administrateur.
error-file-nothing = « { $name } » est vide.
error-file-mismatch = « { $name } » se termine par { $ending }, mais c’est un fichier { $kind }. Donnez-lui la bonne extension, ou choisissez le bon fichier.
error-file-unlike = « { $name } » n’est pas un fichier { $kind }, contrairement à son nom. Il est peut-être endommagé, ou son extension est fausse.
error-file-name = Indiquez le nom du fichier : Content-Disposition: attachment; filename="offre.pdf"
error-files-many = Trop de fichiers à la fois. Envoyez-en { $limit } au plus.
error-upload-broken = L’envoi a été interrompu. Veuillez recommencer.
error-file-value = « { $value } » n’est pas un fichier. Envoyez-le d’abord (POST /api/v1/attachments), puis donnez son ID ; un tableau importé ne peut pas contenir de fichiers.
error-file-unknown = Ce fichier est introuvable ou ne peut pas être utilisé ici : envoyez-le d’abord, puis donnez son ID dans les 24 heures.
error-file-in-field = Ce fichier est la valeur d’un champ. Retirez-le ou remplacez-le dans ce champ.
error-undo = Impossible d’annuler : la dernière modification de la fiche n’est pas la vôtre.
error-snooze-past = Choisissez une date après aujourd’hui.
error-snooze-many = Pas plus de { $max } fiches en veille à la fois.

# The arrangement of objects
error-layout-twice = « { $name } » figure ici deux fois. Gardez-le à un seul endroit.
error-layout-required = « { $name } » doit être rempli : il ne peut pas sortir du formulaire. Donnez-lui d’abord une valeur par défaut, ou gardez-le.
error-layout-retired = Le champ « { $name } » est désactivé. Réactivez-le d’abord, ou ne l’indiquez pas.
error-layout-heading = Un groupe a besoin d’un titre d’au plus { $limit } caractères. Écrivez-le avant un deux-points : Titre: { $names }
error-layout-board = Cet objet n’a pas de tableau, donc pas de cartes.
error-layout-related = Rien ne mène ici sous le nom « { $name } ». Choisissez parmi : { $options }.
error-stage-holds =
    { $count ->
        [one] Une affaire en cours se trouve ici. Déplacez-la d’abord vers une autre étape.
       *[other] { $count } affaires en cours se trouvent ici. Déplacez-les d’abord vers une autre étape.
    }
error-picklist-fixed = Cordee calcule avec ces options : on ne peut ni en ajouter ni en retirer. Vous pouvez les renommer.
error-filter-followed = « { $name } » varie d’une personne à l’autre : un total ne peut pas en dépendre.

# What the columns of a board ask for
error-asked-field = « { $column } » demande d’abord de remplir ce champ.
error-asked-tick = « { $column } » demande d’abord : { $name }.
error-asked-because = Des étapes sont sautées : { $columns }. Ce pipeline exige un motif.
error-column-holds =
    { $count ->
        [one] Une fiche en cours se trouve ici ({ $object }). Déplacez-la d’abord.
       *[other] { $count } fiches en cours se trouvent ici ({ $object }). Déplacez-les d’abord.
    }
error-stage-goal = Choisissez une autre étape du même pipeline où les affaires sont en cours.
error-stage-many = { $count } affaires en cours se trouvent ici. On en déplace { $most } au plus à la fois : modifiez-les d’abord en masse dans la liste, puis retirez l’étape.
error-criterion-twice = Cette étape demande déjà ce champ.
error-criterion-field = « { $value } » n’est pas un champ d’affaire à remplir. Choisissez-en un autre.
