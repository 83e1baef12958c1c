notification = Notification
notification-many = Notifications
notification-user = Personne
notification-waits-for = Non lue par
notification-kind = Événement
notification-kind-mention = Mention
notification-kind-comment = Commentaire
notification-kind-change = Changement
notification-kind-given = Nouvelle fiche pour vous
notification-kind-many = Nombreuses fiches
notification-kind-due = Échéance
notification-kind-late = Retard
notification-kind-late-team = Retard dans l’équipe
notification-about = Fiche
notification-comment = Commentaire
notification-by = Par
notification-entries = Entrées
notification-object = Objet
notification-count = Nombre
notification-people = Personnes
notification-read-at = Lue le
notification-key = Clé
notification-unread = Non lues
notification-all = Toutes
notification-unread-count = { $count ->
    [one] { $count } notification non lue
   *[other] { $count } notifications non lues
}
notification-records = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
}
notification-did-mention = vous a mentionné
notification-did-comment = a commenté
notification-did-change = a modifié cette fiche
notification-did-given = a créé cette fiche pour vous
notification-did-many = en a modifié plusieurs à la fois
notification-did-due = vous rappelle les prochaines actions à échéance
notification-did-late = vous rappelle que votre prévision est en retard
notification-did-late-team = vous dit qui est en retard pour la prévision
notification-read-all = Tout marquer comme lu
notification-mark-read = Marquer comme lue
notification-mark-unread = Marquer comme non lue
notification-settings = Choisir mes notifications
notification-older = Plus anciennes
notification-none = Rien pour l’instant
notification-none-unread = Tout est lu
notification-none-hint = Les commentaires et les changements importants des fiches que vous suivez s’affichent ici.
notification-read-hint = Les nouveautés des fiches que vous suivez s’affichent ici.
api-notifications = Vos notifications, les plus récentes d’abord
api-notifications-read = Marquer toutes vos notifications comme lues
api-notification-read = Marquer une notification comme lue
api-notification-unread = Marquer de nouveau une notification comme non lue
notification-later = Plus tard
notification-later-done = Reportée. Elle reviendra le moment venu.
notification-later-hour = Dans une heure
notification-later-tomorrow = Demain matin
notification-later-week = Lundi matin
notification-later-until = Reportée jusqu’au { $time }
