@NullMarked
package fr.passerelle.ratelimit.bucket4j;

import org.jspecify.annotations.NullMarked;
