/** What changed in the programme of donated places: the feed, and the webhooks that ring when it grows. */
@NullMarked
package fr.passerelle.model.invitation.feed;

import org.jspecify.annotations.NullMarked;
