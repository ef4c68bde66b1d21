"""Fits the weights of the certainty that something happened and writes src/retold/coding/status/weights.toml.

    .venv/bin/python bench/calibrate_status.py

Logistic regression with an L2 penalty on the factuality annotations (UDS-IH2, dev). The features
say how and where a predicate stands, never which word it is.
"""

from __future__ import annotations

from pathlib import Path

from status import STRENGTH, Annotated, annotated, fitted, shared_features, table

WEIGHTS_FILE = Path(__file__).resolve().parents[1] / "src" / "retold" / "coding" / "status" / "weights.toml"
# Weights below this change no probability by more than a hundredth.
LEAST = 0.04


def weights_of(sample: list[Annotated]) -> dict[str, float]:
    """The bias and the log odds of each feature."""
    found = [one.features for one in sample]
    names = shared_features(found)
    fit = fitted(table(found, names), names, sample, STRENGTH)
    return dict(zip(["bias", *names], fit.tolist(), strict=True))


def main() -> None:
    sample = [one for one in annotated() if one.usable]
    weights = weights_of(sample)
    lines = [
        "# Log odds that something happened, by the features in status_certainty.py.",
        "# Written by bench/calibrate_status.py.",
        f"# Fitted to {len(sample)} predicates of UDS-IH2 (factuality, dev; numbers only, no words).",
        "[weights]",
        *(
            f'"{name}" = {weight:.2f}'
            for name, weight in weights.items()
            if abs(weight) >= LEAST or name == "bias"
        ),
    ]
    WEIGHTS_FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
