/** A whole list of people at once: read, judged, written, summed up. */
@NullMarked
package fr.passerelle.counsellor.audit;

import org.jspecify.annotations.NullMarked;
