snooze = Mise en veille
snooze-many = Mises en veille
snooze-about = Fiche
snooze-user = Personne
snooze-until = Jusqu’au
