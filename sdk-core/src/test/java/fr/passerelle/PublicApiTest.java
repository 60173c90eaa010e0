package fr.passerelle;

import fr.passerelle.contract.api.PublicApiContract;
import fr.passerelle.passculture.PassCultureClient;

class PublicApiTest extends PublicApiContract {

    PublicApiTest() {
        super(PassCultureClient.class);
    }
}
