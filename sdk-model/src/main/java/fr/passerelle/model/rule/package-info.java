/** How every rule reports: what was broken, where, by which limit. */
@NullMarked
package fr.passerelle.model.rule;

import org.jspecify.annotations.NullMarked;
