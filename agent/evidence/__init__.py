"""Evidence: from a question to the few numbered paragraphs and the sentences that may answer it.

`question` says what is asked for, `candidates` which sentences may answer it once `errata` took out what was withdrawn;
`features` and `forms` describe each, `ranking` orders them by what the model says, `tables` tell which row answers,
`vetoes` which are of another, and `contrast` which tell it otherwise. `words` and `context` serve them all.
"""
