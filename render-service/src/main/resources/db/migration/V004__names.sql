-- What topic names tells of words and aliases.

-- The newest revision known under a key of the topic, of what is no more too.
create table name (
    key      text primary key,
    revision bigint not null
);

create table keyword (
    id       text primary key,
    label    text not null,
    position integer not null
);

-- Venues that have a colour: six hexadecimal digits.
create table venue (
    name   text primary key,
    colour text not null
);

-- What a name of a facet is an alias of, by the form it matches by; "scoped" are the names of some who bear it.
create table alias (
    facet     text not null,
    folded    text not null,
    canonical text,
    scoped    text[] not null,
    primary key (facet, folded)
);

-- Keyword groups of the Markdown pages are kept by the keyword's id; its label stands in table keyword.
update book_group g set name = known.id
from (values
    ('00-None', 'none'),
    ('01-Sparsity (Attention)', 'attention_sparsity'),
    ('02-Sparsity (Activation)', 'activation_sparsity'),
    ('03-Sparsity (Weight)', 'weight_sparsity'),
    ('04-Sparsity (Structured)', 'structured_sparsity'),
    ('05-Sparse/Pruning', 'sparse_pruning'),
    ('06-Quantization', 'quantization'),
    ('07-Communication-Computation Overlap', 'overlap'),
    ('08-Performance Modeling', 'performance_modeling'),
    ('09-LLM Deployment', 'deployment'),
    ('10-Survey', 'survey'),
    ('11-Network Structure Design', 'structure_design'),
    ('12-Low Rank Decomposition', 'low_rank'),
    ('13-KV Cache Optimization/Efficient Attention', 'kv_cache'),
    ('14-Layer Fusion (Reduce IO)', 'fusion'),
    ('15-Efficient Training', 'efficient_training'),
    ('16-Tool', 'tool')) as known (name, id)
where g.book = 'KEYWORD' and g.name = known.name;

create index book_row_venue on book_row (venue);
