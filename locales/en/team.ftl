team = Team
team-many = Teams
team-new = New team
team-help = People who work together; a team sees what its sub-teams see.
team-name = Name
team-parent = Part of
team-manager = Manager
team-region = Region
# The tree of teams
teams-keys = Drag a team below another, or press Alt and → or ← on its row. People can be dragged to another team.
teams-none = No teams yet. Add the first one to see who works with whom.
teams-below = Add below
teams-move = Move { $name } to another team
teams-loose =
    { $count ->
        [0] Everybody is in a team
        [one] { $count } person without a team
       *[other] { $count } people without a team
    }
teams-more = { $count } more
