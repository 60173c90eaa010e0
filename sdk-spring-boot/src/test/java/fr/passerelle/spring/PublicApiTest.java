package fr.passerelle.spring;

import fr.passerelle.contract.api.PublicApiContract;

class PublicApiTest extends PublicApiContract {

    PublicApiTest() {
        super(PassCultureProperties.class);
    }
}
