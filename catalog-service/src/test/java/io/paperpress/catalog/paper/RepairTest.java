package io.paperpress.catalog.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.Remark;
import org.junit.jupiter.api.Test;

class RepairTest {

    @Test
    void whatIsRightStaysAndIsNotRemarkedOn() {
        var said = Said.of("H$_2$O: Heavy-Hitter Oracle")
                .by("Zhenyu Zhang")
                .in("NeurIPS", 2023)
                .submitted()
                .paper();
        assertThat(Repair.of(said)).isEqualTo(new Repair(said, java.util.List.of()));
    }

    @Test
    void addressesAreTrimmed() {
        var repair = repair(
                Said.of("X").link("  https://arxiv.org/pdf/2210.17323.pdf ").link("https://x.org/a.pdf"));
        assertThat(repair.fields().links())
                .extracting(Link::url)
                .containsExactly("https://arxiv.org/pdf/2210.17323", "https://x.org/a.pdf");
        assertThat(repair.warnings()).extracting(Remark::pointer).containsExactly("/links/0/url");
    }

    @Test
    void identifiersAreReadOutOfLinks() {
        assertThat(repair(Said.of("X").link("https://www.alphaxiv.org/abs/2504.05298v2"))
                        .fields()
                        .identifiers())
                .containsExactly(new Identifier("arxiv", "2504.05298"));
    }

    @Test
    void severalNamesInOneAreTakenApart() {
        var repair = repair(Said.of("X").by("Xunhao Lai, Jianqiao Lu, Yao Luo"));
        assertThat(repair.fields().authors())
                .extracting(Author::name)
                .containsExactly("Xunhao Lai", "Jianqiao Lu", "Yao Luo");
        assertThat(repair.warnings()).extracting(Remark::pointer).containsExactly("/authors/0");
    }

    @Test
    void aNameListedTwiceIsShownOnce() {
        var repair = repair(Said.of("X").by("A B", "A B").at("MIT", "MIT", "CMU"));
        assertThat(repair.fields().authors()).hasSize(1);
        assertThat(repair.fields().institutions()).containsExactly("MIT", "CMU");
        assertThat(repair.warnings()).extracting(Remark::pointer).containsExactly("/authors", "/institutions");
    }

    @Test
    void anEmptyLinkIsNotShown() {
        assertThat(repair(Said.of("Orca").link(" ")).fields().links()).isEmpty();
    }

    @Test
    void aCitationIsKeptToTheLetter() {
        String damaged = "Dettmers, Tim, et al. 'Gpt3. int8 (): {8-bit}' &amp; 2022.'";
        assertThat(repair(Said.of("X").cited(damaged)).fields().citation()).isEqualTo(damaged);
    }

    private static Repair repair(Said said) {
        return Repair.of(said.submitted().paper());
    }
}
