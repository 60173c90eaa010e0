/** Credits of young people: the dated regimes, their ceilings and ends, and what a credit can still pay for. */
@NullMarked
package fr.passerelle.model.credit;

import org.jspecify.annotations.NullMarked;
