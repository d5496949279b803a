### The page that an invitation’s link opens in a browser.

landing-title = An invitation
landing-invites = [b]{ $actor }[/b] invites you to [b]{ $workspace }[/b] as [b]{ $roles }[/b].
landing-personal = You have an invitation.
landing-how = Open the invitation in your messenger. There you can read it and accept or decline.
landing-open = Open in { $messenger }
landing-scan = Or scan this with your phone
landing-unknown = This invitation doesn’t exist, or a newer link has replaced it.
landing-over = This invitation is no longer valid.
landing-accepted = This invitation has already been used.
landing-declined = This invitation was declined.
landing-revoked = This invitation was revoked.
landing-expired = This invitation has expired.
landing-next = Already a member? Just open the bot in your messenger. If not, ask the person who invited you for a new invitation.
