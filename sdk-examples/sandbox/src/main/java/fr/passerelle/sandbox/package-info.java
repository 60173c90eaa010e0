@NullMarked
package fr.passerelle.sandbox;

import org.jspecify.annotations.NullMarked;
