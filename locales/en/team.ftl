team = Team
team-many = Teams
team-new = New team
team-help = People who work together; a team sees what its sub-teams see.
team-name = Name
team-parent = Part of
team-manager = Manager
team-region = Region
