# Ce qui se fait sans que personne n’attende
jobs-title = Tâches de fond
jobs-hint = Ce que Cordee fait de lui-même : à heures fixes, et après un enregistrement.
jobs-queues = Files d’attente
jobs-rounds = Tâches planifiées
jobs-latest = Dernières tâches
jobs-failed = Tâches abandonnées
jobs-show-all = Toutes les tâches
jobs-show-dead = Abandonnées
jobs-none = Rien ici pour l’instant
jobs-dead-some =
    { $count ->
        [one] { $count } tâche a échoué autant de fois que permis et a été abandonnée. Voyez pourquoi, puis relancez-la ou écartez-la.
       *[other] { $count } tâches ont échoué autant de fois que permis et ont été abandonnées. Voyez pourquoi, puis relancez-les ou écartez-les.
    }
jobs-id = ID
jobs-name = Tâche
jobs-queue = File
jobs-state = État
jobs-waiting = En attente
jobs-running = En cours
jobs-done = Terminée
jobs-dead = Abandonnée
jobs-oldest = En retard depuis
jobs-tries = Essais
jobs-due-at = Quand
jobs-due-next = Prochaine fois
jobs-told = Message
queue-house = Entretien
queue-webhooks = Webhooks
job-sweep = Supprimer les sessions expirées et les anciennes tâches
job-end-shares = Signaler les partages terminés
job-transfer = Transférer les fiches d’une personne
job-sweep-files = Supprimer les fichiers devenus inutiles
job-tidy = Garder la base de données rapide
job-webhook = Envoyer un webhook
action-job-again = Relancer
action-job-again-done = Remise dans la file
action-job-discard = Écarter
action-job-discard-done = Écartée
action-job-run = Lancer maintenant
action-job-run-done = Mise dans la file
error-job-running = Cette tâche est en cours. Attendez qu’elle se termine.
error-network = « { $value } » n’est pas un réseau. Écrivez par exemple 10.0.0.0/8.
error-certificates = Les certificats sont illisibles : { $detail }
command-working = La file est traitée. Ctrl-C pour arrêter.
api-jobs = Les tâches de fond, les dernières d’abord ; pour les administrateurs
api-job-queues = L’état des files et la prochaine échéance des tâches planifiées
api-job-again = Relancer une tâche terminée
api-job-discard = Écarter une tâche qui n’est pas en cours
api-job-run = Mettre tout de suite une tâche planifiée dans la file
api-parameter-state = Seulement celles dans cet état
api-parameter-queue = Seulement celles de cette file
api-parameter-before-id = Seulement celles mises avant celle-ci
job-sweep-attachments = Supprimer les pièces jointes que rien n’utilise plus
job-count-deals = Dire quelles affaires comptent comme opportunités
