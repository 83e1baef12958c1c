committee-member = Membre du comité d’achat
committee-member-many = Comité d’achat
committee-member-new = Nouveau membre
committee-member-help = Qui pèse dans une affaire : son rôle, son influence et sa position.
committee-member-opportunity = Affaire
committee-member-contact = Contact
committee-member-name = Nom
committee-member-role = Rôle
committee-member-role-decision-maker = Décideur
committee-member-role-economic-buyer = Acheteur économique
committee-member-role-champion = Champion
committee-member-role-influencer = Influenceur
committee-member-role-gatekeeper = Filtre
committee-member-role-end-user = Utilisateur final
committee-member-role-blocker = Opposant
committee-member-influence = Influence
committee-member-influence-high = Forte
committee-member-influence-medium = Moyenne
committee-member-influence-low = Faible
committee-member-stance = Position
committee-member-stance-supports = Favorable
committee-member-stance-neutral = Neutre
committee-member-stance-opposes = Défavorable
committee-member-guards = Protège l’accès à
committee-member-note = Note

# The map of a deal: its columns, what is missing, and what mends it
committee-member-map-decide = Qui décide
committee-member-map-move = Qui fait avancer
committee-member-map-use = Qui utilise
committee-member-map-between = Qui fait barrage
committee-member-lacks-nobody = Aucun interlocuteur n’est encore connu chez le client.
committee-member-mend-nobody = Ajouter quelqu’un
committee-member-lacks-decision-maker = Aucun décideur n’est connu.
committee-member-mend-decision-maker = Ajouter le décideur
committee-member-lacks-economic-buyer = On ne sait pas qui tient le budget.
committee-member-mend-economic-buyer = Ajouter l’acheteur économique
committee-member-lacks-champion = Aucun champion ne défend l’affaire en interne.
committee-member-mend-champion = Ajouter un champion
committee-member-lacks-only-one = Toute l’affaire repose sur une seule personne.
committee-member-mend-only-one = Ajouter quelqu’un d’autre
committee-member-lacks-unanswered = { $name } s’y oppose et n’a pas encore reçu de réponse.
committee-member-mend-unanswered = Répondre
committee-member-lacks-guards-nobody = On ne sait pas à qui { $name } filtre l’accès.
committee-member-mend-guards-nobody = Préciser
committee-member-lacks-silent =
    { $count ->
        [one] Aucun échange avec { $name } depuis { $count } jour.
       *[other] Aucun échange avec { $name } depuis { $count } jours.
    }
committee-member-mend-silent = Prévoir un appel
committee-member-lacks-silent-always = Aucun échange avec { $name } à ce jour.
committee-member-mend-silent-always = Prévoir un appel
committee-member-lacks-all-silent =
    { $count ->
        [one] Aucun échange avec aucun d’eux depuis { $count } jour.
       *[other] Aucun échange avec aucun d’eux depuis { $count } jours.
    }
committee-member-mend-all-silent = Prévoir un appel
committee-member-lacks-all-silent-always = Aucun échange avec aucun d’eux à ce jour.
committee-member-mend-all-silent-always = Prévoir un appel
