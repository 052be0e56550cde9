package io.paperpress.catalog.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {

    static Stream<Arguments> bylines() {
        return Stream.of(
                Arguments.of("Xunhao Lai", List.of("Xunhao Lai")),
                Arguments.of("Lai, Xunhao", List.of("Xunhao Lai")),
                Arguments.of("van der Berg, Jan", List.of("Jan van der Berg")),
                Arguments.of("Xunhao Lai, Jianqiao Lu, Yao Luo", List.of("Xunhao Lai", "Jianqiao Lu", "Yao Luo")),
                Arguments.of("Xunhao Lai, Jianqiao Lu", List.of("Xunhao Lai", "Jianqiao Lu")),
                Arguments.of(
                        "Wang, Hanrui, Zhekai Zhang, and Song Han", List.of("Hanrui Wang", "Zhekai Zhang", "Song Han")),
                Arguments.of("Lai, Xunhao and Lu, Jianqiao", List.of("Xunhao Lai", "Jianqiao Lu")),
                Arguments.of("Dao, Tri, et al.", List.of("Tri Dao")),
                Arguments.of("Tri Dao and others", List.of("Tri Dao")),
                Arguments.of("Hu, Edward J., et al.", List.of("Edward J. Hu")),
                Arguments.of("Sammy Davis, Jr.", List.of("Sammy Davis Jr.")),
                Arguments.of("Brandon Ferdinand", List.of("Brandon Ferdinand")),
                Arguments.of("Madonna", List.of("Madonna")),
                Arguments.of(" , ", List.of()));
    }

    @ParameterizedTest
    @MethodSource("bylines")
    void aBylineIsTakenApartIntoPeopleInNaturalOrder(String byline, List<String> people) {
        assertThat(Names.people(byline)).isEqualTo(people);
    }

    @Test
    void namesDifferWhenNeitherHoldsTheOthersFamilyName() {
        assertThat(Names.differ("Xunhao Lai", "Tri Dao")).isTrue();
        assertThat(Names.differ("Xunhao Lai", "X. Lai")).isFalse();
        assertThat(Names.differ("Lai Xunhao", "Xunhao Lai")).isFalse();
        assertThat(Names.differ("Paul Erdős", "P. Erdos")).isFalse();
        assertThat(Names.differ("Sammy Davis Jr.", "S. Davis")).isFalse();
        assertThat(Names.differ("王小明", "李小明")).isTrue();
    }
}
