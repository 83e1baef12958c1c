# What is refused
problem-confirm-needed = Veuillez confirmer que c’est bien vous.
error-code = Ce code ne convient pas. Saisissez le code que votre application affiche maintenant, ou un code de secours non utilisé.
error-sign-in-again = Cela a pris trop de temps, ou c’est déjà fait. Veuillez vous reconnecter.
error-factor-on = Le second facteur est déjà activé. Désactivez-le d’abord pour configurer une autre application.
error-factor-needed = Votre espace de travail ou votre rôle exige un second facteur, il ne peut donc pas être désactivé. Un administrateur peut le réinitialiser.
error-user-inactive = Cette personne ne travaille pas ici actuellement. Activez-la d’abord.
error-password-context = Ce mot de passe ne contient guère que des noms connus des autres. Utilisez plusieurs mots qui n’appartiennent qu’à vous.

# Passwords
password-show = Afficher
password-hide = Masquer

# Showing once more who one is
recent-title = Est-ce toujours vous ?
recent-hint = Cela modifie qui peut faire quoi, ou la façon de se connecter. Saisissez votre mot de passe ; l’opération se poursuit ensuite.
recent-password-again = Le nouveau mot de passe encore une fois
recent-submit = Continuer

# The second factor
factor-title = Second facteur
factor-set-up = Configurer un second facteur
factor-switch-on = Activer
factor-switch-off = Désactiver
factor-code = Code
factor-off-hint = Avec un second facteur, la connexion demande votre mot de passe et un code d’une application de votre téléphone. Connaître votre mot de passe ne suffit plus pour entrer.
factor-on-hint =
    { $count ->
        [one] Activé depuis le { $since }. Il reste { $count } code de secours.
       *[other] Activé depuis le { $since }. Il reste { $count } codes de secours.
    }
factor-needed = Votre espace de travail ou votre rôle exige un second facteur.
factor-needed-hint = Un second facteur est nécessaire pour se connecter ici. Configurez-le maintenant ; cela prend une minute.
factor-few-codes = Il ne reste que peu de codes de secours. Créez-en de nouveaux.
factor-new-codes = Nouveaux codes de secours
factor-codes-once = Conservez ces codes de secours en lieu sûr. Chacun permet de se connecter une fois si vous perdez votre téléphone. Ils ne sont affichés que maintenant.
factor-qr = Code QR contenant la clé pour votre application
factor-scan = Scannez ceci avec une application d’authentification, puis saisissez les six chiffres affichés.
factor-open-app = Ouvrir une application sur cet appareil
factor-type = Ou saisissez cette clé dans l’application :
factor-ask-title = Saisissez votre code
factor-ask-hint = Ouvrez votre application d’authentification et saisissez le code affiché. Sans votre téléphone, utilisez un code de secours.
factor-is-on = Votre second facteur est activé
factor-go-on = Je les ai conservés ; continuer

# One-time links
link-invitation-title = Bienvenue dans Cordee
link-reset-title = Choisissez un nouveau mot de passe
link-hint = { $name }, choisissez le mot de passe avec lequel vous vous connecterez désormais. Ce lien ne fonctionne qu’une fois.
link-submit = Enregistrer et se connecter
link-over-title = Ce lien n’est plus valable
link-over-hint = Il a été utilisé, a expiré ou a été remplacé par un plus récent. Connectez-vous, ou demandez-en un autre à votre administrateur.

# How somebody signs in, for administrators
person-title = Connexion
person-hint = Créez un lien par lequel cette personne choisit un mot de passe, déconnectez-la ou réinitialisez un second facteur perdu.
person-make-link = Créer un lien de mot de passe
person-link-once = Envoyez ce lien à la personne. Il fonctionne une fois, jusqu’au { $until }, et n’est affiché que maintenant.
person-end-sessions = Déconnecter partout
person-reset-factor = Réinitialiser le second facteur
person-factor-reset = Le second facteur a été réinitialisé
person-factor-on = Le second facteur est activé.
person-factor-off = Il n’y a pas de second facteur.
person-factor-needed = Un second facteur est exigé et sera configuré à la prochaine connexion.

# The log of security
security-title = Journal de sécurité
security-all-title = Journal de sécurité de tous
security-hint = Qui s’est connecté, qui a essayé et ce qui a changé dans la connexion. Si quelque chose vous est inconnu, changez votre mot de passe.
security-when = Quand
security-none = Rien ne s’est encore passé
security-latest = Les plus récents d’abord
