@NullMarked
package fr.passerelle.season;

import org.jspecify.annotations.NullMarked;
