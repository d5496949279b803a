### The page that an invitation’s link opens in a browser.

landing-title = An invitation
landing-invites = [b]{ $actor }[/b] invites you to [b]{ $workspace }[/b] as [b]{ $roles }[/b].
landing-personal = You have an invitation.
landing-how = Open the invitation in the messenger you use: there you can see what it is about, accept or decline.
landing-open = Open in { $messenger }
landing-scan = Or scan this with your phone
landing-unknown = There is no such invitation, or its link was replaced by a newer one.
landing-over = This invitation is over.
landing-accepted = This invitation has been used already.
landing-declined = This invitation was declined.
landing-revoked = This invitation was taken back.
landing-expired = The time to answer this invitation is over.
landing-next = If you are already in, just open the bot in your messenger. Otherwise ask whoever invited you for a new invitation.
