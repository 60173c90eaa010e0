/** The collective part of the partner API: school offers, their bookings, reference lists, mock transitions. */
@NullMarked
package fr.passerelle.sandbox.collective;

import org.jspecify.annotations.NullMarked;
