/** The counsellor's command: who is probably entitled, to how much, until when, and what to do. */
@NullMarked
package fr.passerelle.counsellor;

import org.jspecify.annotations.NullMarked;
