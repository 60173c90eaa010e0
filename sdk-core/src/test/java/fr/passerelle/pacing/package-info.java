@NullMarked
package fr.passerelle.pacing;

import org.jspecify.annotations.NullMarked;
