package fr.passerelle.invitationsserver.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Digests of the keys that opened last: so many as are worth remembering. The database says whether they still do. */
final class KnownKeys {

    private static final int MOST = 10_000;

    private final Map<String, Boolean> digests = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean contains(String digest) {
        return digests.containsKey(digest);
    }

    synchronized void add(String digest) {
        digests.put(digest, true);
    }

    synchronized void remove(String digest) {
        digests.remove(digest);
    }
}
