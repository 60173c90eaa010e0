/** What the sandbox knows of schools: collective offers, their bookings, and the lists they refer to. No HTTP. */
@NullMarked
package fr.passerelle.sandbox.school;

import org.jspecify.annotations.NullMarked;
