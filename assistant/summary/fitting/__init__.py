"""How the sentence learns: from worksheets in which people have marked the pieces.

    python -m assistant.summary.fitting

reads `data/summary/*.json` and writes `weights/pieces.npz` and `weights/plans.npz` anew. It takes
some minutes. Needs scikit-learn, which comes with Rasa.
"""
