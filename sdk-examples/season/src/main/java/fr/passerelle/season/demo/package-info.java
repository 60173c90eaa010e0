/**
 * The demonstration: an offline programme, a vendor with its ticketing desk, beneficiaries, and an evening at the door.
 */
@NullMarked
package fr.passerelle.season.demo;

import org.jspecify.annotations.NullMarked;
