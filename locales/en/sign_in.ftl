# What is refused
problem-confirm-needed = Please show once more that it is you.
error-code = This code does not fit. Enter the code that your app shows now, or an unused recovery code.
error-sign-in-again = This took too long, or is done already. Please sign in again.
error-factor-on = The second factor is on already. Switch it off first to set up another app.
error-factor-needed = Your workspace or your role needs a second factor, so it can’t be switched off. An administrator can reset it.
error-user-inactive = This person does not work here at present. Make them active first.
error-password-context = This password holds little more than names that others know. Use several words that belong only to you.

# Passwords
password-show = Show
password-hide = Hide

# Showing once more who one is
recent-title = Is it still you?
recent-hint = This changes who may do what, or how somebody signs in. Enter your password; what you were doing then goes on.
recent-password-again = The new password once more
recent-submit = Go on

# The second factor
factor-title = Second factor
factor-set-up = Set up a second factor
factor-switch-on = Switch on
factor-switch-off = Switch off
factor-code = Code
factor-off-hint = With a second factor, signing in needs your password and a code from an app on your phone. Somebody who learns your password is still kept out.
factor-on-hint =
    { $count ->
        [one] On since { $since }. { $count } recovery code is left.
       *[other] On since { $since }. { $count } recovery codes are left.
    }
factor-needed = Your workspace or your role needs a second factor.
factor-needed-hint = A second factor is needed to sign in here. Set it up now; it takes a minute.
factor-few-codes = Only a few recovery codes are left. Make new ones.
factor-new-codes = New recovery codes
factor-codes-once = Keep these recovery codes in a safe place. Each signs you in once if you lose your phone. They are shown only now.
factor-qr = QR code with the key for your app
factor-scan = Scan this with an authenticator app, then enter the six digits it shows.
factor-open-app = Open an app on this device
factor-type = Or type this key into the app:
factor-ask-title = Enter your code
factor-ask-hint = Open your authenticator app and enter the code it shows. Without your phone, use a recovery code.
factor-is-on = Your second factor is on
factor-go-on = I have kept them; go on

# One-time links
link-invitation-title = Welcome to Cordee
link-reset-title = Choose a new password
link-hint = { $name }, choose the password with which you sign in from now on. This link works once.
link-submit = Keep the password and sign in
link-over-title = This link opens nothing any more
link-over-hint = It was used, has expired, or was replaced by a newer one. Sign in, or ask your administrator for another.

# How somebody signs in, for administrators
person-title = Sign-in
person-hint = Make a link by which this person chooses a password, sign them out, or reset a lost second factor.
person-make-link = Make a password link
person-link-once = Send this link to the person. It works once, until { $until }, and is shown only now.
person-end-sessions = Sign out everywhere
person-reset-factor = Reset the second factor
person-factor-reset = The second factor was reset
person-factor-on = The second factor is on.
person-factor-off = There is no second factor.
person-factor-needed = A second factor is needed and will be set up at the next sign-in.

# The log of security
security-title = Security log
security-all-title = Security log of all
security-hint = Who signed in, who tried to, and what was changed about signing in. If you don’t recognise something, change your password.
security-when = When
security-none = Nothing has happened yet
security-latest = The latest first
