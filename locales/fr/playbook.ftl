# À quoi sert chaque étape d’un modèle, que faire et que demander
stage-method-prospecting = Vérifier que cette entreprise pourrait avoir besoin de nous et joindre quelqu’un qui accepte d’en parler. Le but est un premier échange, pas une vente.
stage-playbook-prospecting =
    - Noter pourquoi cette entreprise, et pourquoi maintenant.
    - Trouver deux personnes qui vivent le problème, pas une seule.
    - Demander : « Comment faites-vous aujourd’hui, et combien cela vous coûte-t-il ? »
    - Terminer chaque appel par la date du suivant.
stage-method-qualification = Décider ensemble s’il vaut la peine de continuer : un problème important, un budget, quelqu’un qui décide et une échéance.
stage-playbook-qualification =
    - Demander : « Que se passe-t-il si rien ne change ? »
    - Demander qui d’autre doit donner son accord, et qui paie.
    - Convenir de la date à laquelle la solution doit servir, et de sa raison.
    - Ni besoin ni budget ? Le dire avec tact et clore l’affaire comme perdue.
stage-method-demo-or-meeting = Montrer comment le problème du client est résolu. Tout ce qui n’y répond pas est laissé de côté.
stage-playbook-demo-or-meeting =
    - Avant : demander ce qu’ils veulent avoir vu à la fin.
    - Montrer trois choses au plus, chacune avec leurs propres chiffres.
    - Demander : « Voyez-vous votre équipe travailler ainsi ? »
    - Avant de se quitter : qui décide de quoi ensuite, et quand.
stage-method-proposal = Mettre par écrit ce qui a été convenu de vive voix : l’objectif, le prix, le chemin. Une proposition ne doit surprendre personne.
stage-playbook-proposal =
    - La parcourir ensemble ; ne pas seulement l’envoyer.
    - Commencer par leur objectif et ce qu’il vaut pour eux.
    - Demander : « Qu’est-ce qui vous empêcherait de dire oui ? »
    - Fixer le jour de la réponse.
stage-method-negotiation-and-commitment = Régler ce qui reste ouvert et obtenir un oui clair. On ne cède rien sans contrepartie.
stage-playbook-negotiation-and-commitment =
    - Dresser d’abord la liste des points ouverts, puis les traiter un à un.
    - Pour chaque concession, en demander une : durée, volume, date, référence.
    - Savoir qui signe et ce qu’exigent le juridique et les achats.
    - Demander la décision clairement, puis se taire.
stage-method-won = Noter ce qui a été promis et pourquoi ils ont acheté, pour que la suite le sache.
stage-method-lost = Demander la vraie raison et noter ce qu’il faudra faire autrement. Se quitter en bons termes.
stage-method-post-purchase = Transmettre pour que le premier succès vienne vite. Un client qui se sert de son achat reste et en parle.
stage-playbook-post-purchase =
    - Présenter la personne qui s’occupera d’eux désormais.
    - Convenir de ce qui sera le premier succès, et de sa date.
    - Après 30 jours, demander ce qui manque.
    - Demander qui d’autre pourrait en avoir besoin.
stage-method-preparation = Connaître l’entreprise, la personne et son but probable avant de parler. Dix minutes ici épargnent trois appels.
stage-playbook-preparation =
    - Lire leurs actualités et ce qui a changé pour eux.
    - Chercher qui décide et qui nous a déjà parlé.
    - Noter le seul résultat que l’entretien doit apporter.
    - Préparer trois questions et l’histoire d’un client semblable.
stage-method-approach = Ouvrir la conversation : gagner le droit de poser des questions en disant quelque chose qui les concerne.
stage-playbook-approach =
    - Commencer par la raison de l’appel, en une phrase.
    - Demander comment les choses se font aujourd’hui, et écouter.
    - Demander ce que vaudrait une meilleure façon de faire.
    - Convenir du prochain entretien et des participants.
stage-method-presentation = Aller de leur besoin à notre solution, et des fonctions à ce qu’elles apportent.
stage-playbook-presentation =
    - Redire avec leurs mots ce qu’ils ont dit.
    - Présenter les trois avantages qui comptent pour eux.
    - Prouver chacun : un chiffre, une référence, un essai.
    - Demander après chaque partie : « Qu’en serait-il chez vous ? »
stage-method-handling-objections = Une objection est une question restée sans réponse. L’écouter jusqu’au bout, trouver ce qu’elle cache, y répondre.
stage-playbook-handling-objections =
    - Écouter jusqu’au bout, puis demander ce qui le leur fait dire.
    - Demander : « Est-ce tout ce qui vous retient ? »
    - Répondre par des preuves, non par la pression.
    - Noter l’objection et la réponse dans l’affaire.
stage-method-closing = Demander la décision. Qui a suivi jusqu’ici souhaite être guidé pour le dernier pas.
stage-playbook-closing =
    - Résumer les points convenus un à un.
    - Demander : « Commençons-nous le premier du mois prochain ? »
    - Avoir sous la main contrat, interlocuteurs et date de départ.
    - Si ce n’est pas encore oui : que manque-t-il, et pour quand ?
stage-method-follow-up = Tenir la promesse et garder le contact. La prochaine vente commence ici.
stage-playbook-follow-up =
    - Appeler dans la semaine : tout marche-t-il comme promis ?
    - Demander quels résultats ils voient déjà.
    - Demander une référence ou une recommandation.
    - Inscrire le prochain entretien au calendrier.
stage-method-research = Bien choisir à qui parler. En apprendre assez pour savoir pourquoi cela les concernerait.
stage-playbook-research =
    - Comparer taille, secteur et lieu à nos meilleurs clients.
    - Trouver la personne à qui appartient le problème.
    - Noter une occasion de contact : une actualité, un poste, un évènement.
stage-method-call-and-close = Une seule conversation, du besoin au oui : comprendre, proposer, demander.
stage-playbook-call-and-close =
    - Confirmer le besoin et le budget dès les premières minutes.
    - Proposer une solution, pas trois.
    - Lever ce qui les retient, puis demander la commande.
    - Envoyer le résumé le jour même.
stage-method-relationship = Rester utile après la vente. Qui n’entend parler de nous que pour vendre n’écoute plus.
stage-playbook-relationship =
    - Parler une fois par trimestre de leurs objectifs, non de nos prix.
    - Leur apprendre quelque chose d’utile.
    - Demander qui d’autre aurait besoin d’aide.
