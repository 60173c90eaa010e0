@NullMarked
package fr.passerelle.sharedpace;

import org.jspecify.annotations.NullMarked;
