/** Young people and what they are probably entitled to: when, how much, until when, and why. */
@NullMarked
package fr.passerelle.model.entitlement;

import org.jspecify.annotations.NullMarked;
