package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Author;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            Dao, Tri, et al. 'Fast.' Advances in neural information processing systems 35 (2022): 16344-16359 | Fast | Tri Dao | Advances in neural information processing systems | 2022
            Dao, Tri. 'FlashAttention-2: Faster.' The Twelfth International Conference on Learning Representations. | FlashAttention-2: Faster | Tri Dao | The Twelfth International Conference on Learning Representations | -
            Wang, Hanrui, Zhekai Zhang, and Song Han. 'Spatten: E.' 2021 IEEE International Symposium on HPC (HPCA). IEEE, 2021. | Spatten: E | Hanrui Wang;Zhekai Zhang;Song Han | HPCA | 2021
            Gu, Albert, and Tri Dao. 'Mamba: L.' arXiv preprint arXiv:2312.00752 (2023). | Mamba: L | Albert Gu;Tri Dao | arXiv | 2023
            Lattner, Chris, et al. 'MLIR: A compiler infrastructure for the end of Moore's law.' arXiv preprint arXiv:2002.11054 (2020). | MLIR: A compiler infrastructure for the end of Moore's law | Chris Lattner | arXiv | 2020
            Dong, Juechu, et al. 'Flex attention: A.' arXiv preprint arXiv:2412.05496 (2024).' arXiv preprint 2024 | Flex attention: A | Juechu Dong | arXiv | 2024
            Dettmers, Tim, et al. 'Gpt3. int8 (): 8-bit matrix.' Advances in neural information processing systems 35 (2022): 30318-30332. | Gpt3. int8 (): 8-bit matrix | Tim Dettmers | Advances in neural information processing systems | 2022
            Zheng, Lianmin, et al. 'Alpa: Automating {Intra-Operator} parallelism.' 16th USENIX Symposium on Operating Systems Design and Implementation (OSDI 22). 2022. | Alpa: Automating Intra-Operator parallelism | Lianmin Zheng | OSDI | 2022
            Hu, Edward J., et al. 'Lora: Low-rank.' ICLR 1.2 (2022): 3. | Lora: Low-rank | Edward J. Hu | ICLR | 2022
            Fedus, William, Barret Zoph, and Noam Shazeer. 'Switch.' Journal of Machine Learning Research 23.120 (2022): 1-39. | Switch | William Fedus;Barret Zoph;Noam Shazeer | Journal of Machine Learning Research | 2022
            Kwon, Woosuk, et al. 'Efficient.' Proceedings of the 29th symposium on operating systems principles. 2023. | Efficient | Woosuk Kwon | Proceedings of the 29th symposium on operating systems principles | 2023
            Sheng, Ying, et al. 'Flexgen.' International Conference on Machine Learning. PMLR, 2023. | Flexgen | Ying Sheng | International Conference on Machine Learning | 2023
            Dong, Joy, et al. 'FlexAttention Part II.' PyTorch Blog, 30 Apr. 2025, pytorch.org/blog/flexattention-for-inference/. | FlexAttention Part II | Joy Dong | PyTorch Blog | 2025
            Wang, Zhuang, et al. 'GEMINI: F.' Proceedings of the 29th Symposium on Operating Systems Principles (SOSP '23), Association for Computing Machinery, 2023, pp. 364–381. https://doi.org/10.1145/3600006.3613145. | GEMINI: F | Zhuang Wang | SOSP | 2023
            Yang, Xi, et al. 'Motion.' European conference on computer vision. Cham: Springer Nature Switzerland, 2024. | Motion | Xi Yang | European conference on computer vision | 2024
            Devlin, Jacob, et al. 'Bert: P.' Proceedings of the 2019 conference of the North American chapter: human language technologies, volume 1 (long and short papers). 2019. | Bert: P | Jacob Devlin | Proceedings of the 2019 conference of the North American chapter: human language technologies, volume 1 (long and short papers) | 2019
            Team, Kwai Keye, et al. 'Kwai.' arXiv preprint arXiv:2507.01949 (2025). | Kwai | Kwai Keye Team | arXiv | 2025
            OpenAI. “Gpt-4: really?” Blog 2023. | Gpt-4: really? | OpenAI | Blog 2023 | 2023
            """)
    void aCitationIsReadAsPrinted(String citation, String title, String authors, String venue, Integer year) {
        assertThat(Citation.read(citation))
                .isEqualTo(new Citation(
                        title,
                        List.of(authors.split(";")).stream().map(Author::named).toList(),
                        venue,
                        year));
    }

    @Test
    void mathInATitleKeepsItsBraces() {
        assertThat(Citation.read("Doe, J. 'On $O(n^{2})$ sums.' V. 2020.").title())
                .isEqualTo("On $O(n^{2})$ sums");
    }

    @Test
    void anArxivNumberIsNoYear() {
        assertThat(Citation.read("Doe, J. 'T.' arXiv preprint arXiv:2012.09852.")
                        .year())
                .isNull();
    }

    @Test
    void textWithoutATitleInQuotesGivesNone() {
        assertThat(Citation.read("see the web page")).isEqualTo(new Citation(null, List.of(), null, null));
    }
}
